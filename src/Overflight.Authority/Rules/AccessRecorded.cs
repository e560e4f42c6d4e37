namespace Overflight.Authority.Rules;

/// <summary>Who looked is as much part of it as what was seen.</summary>
internal sealed class AccessRecorded : SortieRule
{
    public override string Id => "access.recorded";

    public override string Title => "Every read, export and disclosure says who, what, why and to whom, in the record.";

    public override string Citation => "California AB 481; privacy practice";

    public override string Reads => "flown: accesses";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var access in (sortie.Flown?.Accesses ?? []).Where(a => a.At <= sortie.Now))
        {
            var missing = new[] { ("who", access.By), ("what", access.Product), ("why", access.Why), ("to whom", access.To) }.Where(f => f.Item2.Length == 0).Select(f => f.Item1).ToArray();
            if (missing.Length > 0)
                yield return RuleReason.Refuse($"a {access.Act} at {access.At} does not say {string.Join(", ", missing)}").At(access.At);
            else if (access.Leaf is not { } leaf)
                yield return RuleReason.Refuse($"the {access.Act} of {HashName.Of(access.Product)} by {access.By} at {access.At} is not in the record").At(access.At);
            else
                yield return RuleReason.Pass($"{access.Act} by {access.By}, leaf {leaf}: {access.Why}").At(access.At).With("leaf", leaf);
        }
    }
}
