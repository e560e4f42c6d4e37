namespace Overflight.Authority.Rules;

/// <summary>Each film is a matter of its own.</summary>
internal sealed class FootageClass : SortieRule
{
    public override string Id => "footage.class";

    public override string Title => "Footage that was given out has a class and an office that released it.";

    public override string Citation => "Castañares v. Superior Court (2023) 98 Cal.App.5th 295";

    public override string Reads => "flown: products, accesses";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        string[] classes = ["investigatory-file", "investigation", "factual-inquiry"];
        foreach (var access in (sortie.Flown?.Accesses ?? []).Where(a => a.Act == "disclosure" && a.At <= sortie.Now))
        {
            var product = sortie.Flown!.Products.FirstOrDefault(p => p.Sha256 == access.Product);
            if (product is null)
                yield return RuleReason.Unknown($"{access.Product} was given to {access.To} at {access.At}, and is no product on record").At(access.At);
            else if (product.FootageClass is not { } footage || !classes.Contains(footage))
                yield return RuleReason.Refuse($"footage was given to {access.To} at {access.At}, and is not told to be of {string.Join(", ", classes)}").At(access.At);
            else if (string.IsNullOrEmpty(access.ReleasingOffice))
                yield return RuleReason.Refuse($"footage was given to {access.To} at {access.At}, and no office released it").At(access.At);
            else
                yield return RuleReason.Pass($"{access.ReleasingOffice} released {footage} footage to {access.To}").At(access.At);
        }
    }
}
