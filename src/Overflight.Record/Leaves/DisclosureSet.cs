namespace Overflight.Record.Leaves;

/// <summary>Checks disclosures against the digests that they are to open (RFC 9901, section 7.1, step 3).</summary>
public static class DisclosureSet
{
    /// <summary>Refuses disclosures that are not all, each once, of these digests, or that name what is there already.</summary>
    /// <param name="digests">What stands in <c>_sd</c>.</param>
    /// <param name="names">The names of the members beside it.</param>
    /// <param name="disclosures">What is to be opened.</param>
    /// <returns>The fields that they open, by name.</returns>
    /// <exception cref="RecordException">One is refused; the message tells its digest.</exception>
    public static IReadOnlyDictionary<string, Disclosure> Resolve(IEnumerable<string> digests, IEnumerable<string> names, IEnumerable<Disclosure> disclosures)
    {
        ArgumentNullException.ThrowIfNull(digests);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(disclosures);
        var unopened = new HashSet<string>(StringComparer.Ordinal);
        foreach (var digest in digests)
        {
            if (!unopened.Add(digest))
                throw new RecordException($"the digest {digest} stands there twice");
        }
        var all = new HashSet<string>(unopened, StringComparer.Ordinal);
        var present = names.ToHashSet(StringComparer.Ordinal);
        var fields = new Dictionary<string, Disclosure>(StringComparer.Ordinal);
        foreach (var disclosure in disclosures)
        {
            if (!unopened.Remove(disclosure.Digest))
                throw new RecordException($"the disclosure with digest {disclosure.Digest} {(all.Contains(disclosure.Digest) ? "is given twice" : "opens nothing here: its digest is not among those of the leaf")}");
            if (present.Contains(disclosure.Name) || !fields.TryAdd(disclosure.Name, disclosure))
                throw new RecordException($"the disclosure with digest {disclosure.Digest} has the name of a field that is there already");
        }
        return fields;
    }
}
