using Overflight.Authority.Documents;

namespace Overflight.Authority.Rules;

/// <summary>Allowed in an emergency, recorded, and told.</summary>
internal sealed class DiversionTold : SortieRule
{
    public override string Id => "diversion.told";

    public override string Title => "A State that was entered without its consent, as in an emergency, was told in time.";

    public override string Citation => "Chicago Convention, art. 8; ICAO Annex 2, 3.4";

    public override string Reads => "duties of entry";

    protected override IEnumerable<RuleReason> Find(SortieCase sortie)
    {
        foreach (var standing in sortie.Duties.Standings.Where(s => s.Duty.Rule == Id))
            yield return DutyReason.Of(standing);
        foreach (var incident in (sortie.Flown?.Incidents ?? []).Where(i => i.Kind == IncidentKind.EmergencyDiversion))
            yield return RuleReason.Pass($"an emergency diversion from {incident.During.From} to {incident.During.To} is allowed: {incident.Note}").At(incident.During.From, incident.During.To);
    }
}
