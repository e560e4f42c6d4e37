namespace Overflight.Authority.Rules;

/// <summary>An emergency may lead anywhere; that must be known before.</summary>
internal sealed class DiversionsKnown : SortieRule
{
    public override string Id => "diversion.known";

    public override string Title => "It is known where the aircraft can divert to, also without its link, and whom that would concern.";

    public override string Citation => "ICAO Annex 2, 3.4; Chicago Convention, art. 8";

    public override string Reads => "sortie: diversions; the path; boundary data";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        if (sortie.IsFlown)
            yield break;
        if (sortie.Sortie.Diversions.Count == 0)
            yield return RuleReason.Refuse("no place to divert to is named");
        else if (!sortie.Sortie.Diversions.Any(d => d.WithoutLink))
            yield return RuleReason.Unknown("where it goes without its link is not told");
        foreach (var reach in sortie.Sortie.Diversions.Select(sortie.Path.ReachOf))
        {
            var abroad = reach.States.Where(s => s != sortie.Programme?.OperatingState).ToArray();
            var reason = RuleReason.Pass(abroad.Length == 0
                ? $"{reach.Diversion.Name}: no other State's sovereign airspace on the way"
                : $"{reach.Diversion.Name}: an emergency would lead into {string.Join(", ", abroad)}; that is allowed, and is told to them at once");
            yield return reason.On(sortie.Path.LegAt(reach.From)).At(reach.From);
        }
    }
}
