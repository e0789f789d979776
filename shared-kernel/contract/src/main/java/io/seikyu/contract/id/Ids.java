package io.seikyu.contract.id;

/**
 * The one rule for names that a client may choose: {@code [A-Za-z0-9._-]{1,64}}, but not {@code .} or {@code ..}, which
 * no address could name.
 */
public final class Ids {
    /** The tenant of what belongs to the billing agency itself (請求代行会社), such as its API keys. */
    public static final String AGENCY = "agency";

    private static final int LONGEST = 64;

    private static final String INTERNAL = "internal.";

    private Ids() {}

    /**
     * The id of a deliberation of the agency alone, which no key of a client company is shown anything of. That the name
     * says so spares opening the thing.
     *
     * @param unique within the client company
     */
    public static String internal(String unique) {
        return INTERNAL + unique;
    }

    /** Whether an approval or a task of this id is the agency's alone. */
    public static boolean isInternal(String value) {
        return value.startsWith(INTERNAL);
    }

    /**
     * @return {@code value}, unchanged
     * @throws IllegalArgumentException when it is not of the form
     */
    public static String checked(String value) {
        if (!isValid(value)) {
            throw new IllegalArgumentException("must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        return value;
    }

    public static boolean isValid(String value) {
        if (value == null || value.isEmpty() || value.length() > LONGEST || value.equals(".") || value.equals("..")) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (!mayStandInName(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayStandInName(char one) {
        return one >= 'a' && one <= 'z'
                || one >= '0' && one <= '9'
                || one >= 'A' && one <= 'Z'
                || one == '-'
                || one == '.'
                || one == '_';
    }
}
