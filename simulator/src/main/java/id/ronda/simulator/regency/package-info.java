/** The world of the virtual regency: its power, its rooms, its traffic, and how its devices speak of them. */
@NullMarked
package id.ronda.simulator.regency;

import org.jspecify.annotations.NullMarked;
