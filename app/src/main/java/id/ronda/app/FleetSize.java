package id.ronda.app;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How many simulated devices with how many interfaces each, as {@code 1000x24}. */
record FleetSize(int devices, int interfaces) {

    @Override
    public String toString() {
        return devices + "x" + interfaces;
    }

    /** Reads what was typed. */
    static final class Converter implements ITypeConverter<FleetSize> {

        @Override
        public FleetSize convert(String typed) {
            if (!typed.matches("[1-9][0-9]{0,4}x[1-9][0-9]{0,3}")) {
                throw new TypeConversionException("'" + typed + "' is not DEVICESxINTERFACES, for example 1000x24");
            }
            int by = typed.indexOf('x');
            return new FleetSize(Integer.parseInt(typed.substring(0, by)), Integer.parseInt(typed.substring(by + 1)));
        }
    }
}
