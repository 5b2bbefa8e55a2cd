/** When two pictures are near duplicates, and what that is judged by. Knows no table. */
package io.lumina.duplicates.rule;
