/** The only main: configuration, the list of modules, the command line. No logic. */
@NullMarked
package id.ronda.app;

import org.jspecify.annotations.NullMarked;
