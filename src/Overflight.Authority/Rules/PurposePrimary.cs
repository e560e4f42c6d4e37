namespace Overflight.Authority.Rules;

/// <summary>What a flight is for.</summary>
internal sealed class PurposePrimary : SortieRule
{
    public override string Id => "purpose.primary";

    public override string Title => "The sortie has one primary purpose, which the instrument is for.";

    public override string Citation => "Chicago Convention, art. 8; community control over surveillance ordinances";

    public override string Reads => "sortie: purpose, purposeCodes; instrument: scope.purposeCodes";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        var codes = sortie.Sortie.PurposeCodes;
        if (sortie.Sortie.Purpose.Length == 0)
            yield return RuleReason.Refuse("the purpose is not told in words");
        if (codes.Count != 1)
            yield return RuleReason.Refuse($"{codes.Count} primary purposes ({string.Join(", ", codes)}); there must be one").With("purposes", codes.Count);
        else if (sortie.Instrument is not { } instrument)
            yield return RuleReason.Refuse($"there is no instrument for \"{codes[0]}\"");
        else if (!instrument.Scope.PurposeCodes.Contains(codes[0], StringComparer.Ordinal))
            yield return RuleReason.Refuse($"the instrument is for {string.Join(", ", instrument.Scope.PurposeCodes)}, not for \"{codes[0]}\"").By(instrument);
        else
            yield return RuleReason.Pass($"\"{codes[0]}\": {sortie.Sortie.Purpose}").By(instrument);
    }
}
