using Overflight.Authority.Documents;

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
            // Control that begins after the landing leaves nothing in the air without it before.
            if (control.During.From > at && at < sortie.LastAct)
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
        ControlInterval? one = null;
        foreach (var other in sortie.Conduct.Control.OrderBy(c => c.During.From))
        {
            if (one is not null && other.During.From < one.During.To && other.Station != one.Station)
            {
                var until = other.During.To < one.During.To ? other.During.To : one.During.To;
                yield return RuleReason.Refuse($"{one.Station} and {other.Station} both have control from {other.During.From} to {until}").At(other.During.From, until);
            }
            else if (one is not null)
            {
                yield return RuleReason.Pass($"handed over from {one.Station} to {other.Station} at {other.During.From}").At(other.During.From);
            }
            // Who began first may hold it longest, and past others than the next.
            if (one is null || other.During.To > one.During.To)
                one = other;
        }
    }
}
