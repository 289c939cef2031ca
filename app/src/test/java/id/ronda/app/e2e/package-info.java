/** The product as a process of its own, asked and killed from outside. */
@NullMarked
package id.ronda.app.e2e;

import org.jspecify.annotations.NullMarked;
