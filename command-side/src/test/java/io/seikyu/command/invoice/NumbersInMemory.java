package io.seikyu.command.invoice;

import io.seikyu.contract.id.InvoiceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Numbers that are taken at once and never rolled back: enough for a test of one aggregate. */
final class NumbersInMemory implements InvoiceNumbers {
    private final Map<String, Integer> generations = new HashMap<>();
    private final Map<String, String> holders = new HashMap<>();

    NumbersInMemory takenByAnother(String number) {
        holders.put(number, "another");
        return this;
    }

    boolean isFree(String number) {
        return !holders.containsKey(number);
    }

    @Override
    public Optional<Integer> claim(InvoiceId invoice, InvoiceNumber number) {
        String holder = holders.putIfAbsent(number.value(), invoice.toString());
        if (holder != null && !holder.equals(invoice.toString())) {
            return Optional.empty();
        }
        return Optional.of(generations.merge(number.value(), 0, (held, first) -> held + 1));
    }

    @Override
    public void free(InvoiceId invoice, InvoiceNumber number, int generation) {
        holders.remove(number.value());
    }
}
