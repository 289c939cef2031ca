/** The server's certificate and its key: read, checked, and read again when their files change. */
@NullMarked
package id.ronda.kernel.tls;

import org.jspecify.annotations.NullMarked;
