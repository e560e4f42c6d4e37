namespace Overflight.Authority.Rules;

/// <summary>When it may be.</summary>
internal sealed class ScopeTime : SortieRule
{
    public override string Id => "scope.time";

    public override string Title => "The whole flight is within the windows of the instrument.";

    public override string Citation => "Chicago Convention, art. 8; ASTM F3548";

    public override string Reads => "instrument: scope.windows; take-off, landing";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.Instrument is not { } instrument)
        {
            yield return RuleReason.Refuse("there is no instrument that gives a time");
            yield break;
        }
        var (from, to) = (sortie.FirstAct, sortie.LastAct);
        // Windows that follow one another are one.
        var at = from;
        foreach (var window in instrument.Scope.Windows.OrderBy(w => w.From))
        {
            if (window.Holds(at))
                at = window.To;
        }
        yield return (at > to
            ? RuleReason.Pass($"{from} to {to} is within a window")
            : RuleReason.Refuse($"the flight is from {from} to {to}, and no window holds {at}").On(sortie.Path.LegAt(at), sortie.Path.Legs[^1])).By(instrument).At(at > to ? from : at, to);
    }
}
