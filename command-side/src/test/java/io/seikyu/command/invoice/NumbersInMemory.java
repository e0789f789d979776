package io.seikyu.command.invoice;

import io.seikyu.contract.id.NumberedId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Numbers that are taken at once and never rolled back: enough for a test of one aggregate. */
public final class NumbersInMemory implements InvoiceNumbers {
    private final Map<String, Integer> generations = new HashMap<>();
    private final Map<String, String> holders = new HashMap<>();

    public NumbersInMemory takenByAnother(String number) {
        holders.put(number, "another");
        return this;
    }

    public boolean isFree(String number) {
        return !holders.containsKey(number);
    }

    @Override
    public Optional<Integer> claim(NumberedId document, InvoiceNumber number) {
        String holder = holders.putIfAbsent(number.value(), document.toString());
        if (holder != null && !holder.equals(document.toString())) {
            return Optional.empty();
        }
        return Optional.of(generations.merge(number.value(), 0, (held, first) -> held + 1));
    }

    @Override
    public void free(NumberedId document, InvoiceNumber number, int generation) {
        holders.remove(number.value());
    }
}
