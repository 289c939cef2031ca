/** The walls of the house: what may know what, checked on the classes and the sources of all modules. */
@NullMarked
package id.ronda.app.architecture;

import org.jspecify.annotations.NullMarked;
