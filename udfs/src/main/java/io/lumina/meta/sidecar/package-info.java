/** Files that stand beside a picture, and which picture they speak of. */
package io.lumina.meta.sidecar;
