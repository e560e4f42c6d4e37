namespace Overflight.Authority.Rules;

/// <summary>Who flies it, at every second.</summary>
internal sealed class ControlChain : SortieRule
{
    public override string Id => "control.chain";

    public override string Title => "Somebody has control at every time of the flight, at level 4 or 5, over a signed link.";

    public override string Citation => "STANAG 4586; MAVLink message signing";

    public override string Reads => "conduct: control; the path";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        var at = sortie.FirstAct;
        foreach (var control in sortie.Conduct.Control.OrderBy(c => c.During.From))
        {
            if (control.During.From > at)
                yield return RuleReason.Refuse($"nobody has control from {at} to {control.During.From}").On(sortie.Path.LegAt(at)).At(at, control.During.From);
            if (control.Interoperability < 4)
                yield return RuleReason.Refuse($"{control.Party} has control at level {control.Interoperability}; to fly needs 4 or 5").At(control.During.From, control.During.To).With("level", control.Interoperability);
            if (!control.LinkIsSigned)
                yield return RuleReason.Refuse($"link {control.Link} of {control.Station} is not signed").At(control.During.From, control.During.To);
            if (control.Pilot.Length == 0)
                yield return RuleReason.Refuse($"{control.Station} has no pilot from {control.During.From}").At(control.During.From, control.During.To);
            if (control.During.To > at)
                at = control.During.To;
        }
        if (at < sortie.LastAct)
            yield return RuleReason.Refuse($"nobody has control from {at} to {sortie.LastAct}").On(sortie.Path.LegAt(at)).At(at, sortie.LastAct);
        foreach (var (one, other) in sortie.Conduct.Control.OrderBy(c => c.During.From).Zip(sortie.Conduct.Control.OrderBy(c => c.During.From).Skip(1)))
        {
            if (other.During.From < one.During.To && other.Station != one.Station)
                yield return RuleReason.Refuse($"{one.Station} and {other.Station} both have control from {other.During.From} to {one.During.To}").At(other.During.From, one.During.To);
            else
                yield return RuleReason.Pass($"handed over from {one.Station} to {other.Station} at {other.During.From}").At(other.During.From);
        }
    }
}
