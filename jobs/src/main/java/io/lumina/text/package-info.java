/** Numbers, JSON and progress as a person or a program reads them. */
package io.lumina.text;
