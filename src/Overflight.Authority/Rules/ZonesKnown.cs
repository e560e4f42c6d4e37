namespace Overflight.Authority.Rules;

/// <summary>Every leg has its zone, with the data set that says so.</summary>
internal sealed class ZonesKnown : SortieRule
{
    public override string Id => "zones.known";

    public override string Title => "It is known of every leg whose airspace it is in, and by which data.";

    public override string Citation => "UNCLOS, art. 3, 58, 87; Chicago Convention, art. 2";

    public override string Reads => "the path; boundary data";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        var boundaries = sortie.Path.Boundaries;
        foreach (var one in sortie.Path.States)
        {
            foreach (var other in sortie.Path.States.Where(o => string.CompareOrdinal(o.State, one.State) > 0))
            {
                if (sortie.Path.ClaimedByBoth(one, other) is { } both)
                    yield return RuleReason.Unknown($"{one.State} and {other.State} both claim what is flown through from {both.From} to {both.To}").Over(one).At(both.From, both.To);
            }
        }
        foreach (var overflight in sortie.Path.States)
        {
            yield return overflight.IsCertain
                ? RuleReason.Pass($"{overflight.State}, sovereign airspace (land, internal waters, territorial sea)").Over(overflight)
                : RuleReason.Pass($"perhaps {overflight.State}, else beyond every territorial sea").Over(overflight);
        }
        yield return RuleReason.Pass($"all else is beyond every territorial sea, by {boundaries.Title}, {boundaries.Vintage} (SHA-256 {HashName.Of(boundaries.CompiledSha256)})");
    }
}
