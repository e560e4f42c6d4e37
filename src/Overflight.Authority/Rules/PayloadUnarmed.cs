namespace Overflight.Authority.Rules;

/// <summary>A weapon is refused in every profile; this rule cannot be left out.</summary>
internal sealed class PayloadUnarmed : SortieRule
{
    public override string Id => "payload.unarmed";

    public override string Title => "Nothing in the payload is a weapon.";

    public override string Citation => "Overflight: no weapons, ever";

    public override string Reads => "payload";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var item in sortie.Payload)
        {
            if (WeaponWords.FirstIn(item.Name) is { } word)
                yield return RuleReason.Refuse($"\"{item.Name}\" names a weapon (\"{word}\"); Overflight plans and flies unarmed aircraft only");
        }
        if (sortie.Payload.All(item => WeaponWords.FirstIn(item.Name) is null))
            yield return RuleReason.Pass($"none of the {sortie.Payload.Count} things carried is a weapon").With("things", sortie.Payload.Count);
    }
}
