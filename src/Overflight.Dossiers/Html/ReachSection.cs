using Overflight.Patterns.Reach;

namespace Overflight.Dossiers.Html;

/// <summary>What the flight could see, a sentence and the figures an airspace.</summary>
internal sealed class ReachSection(MarkupWriter markup)
{
    public void Write(IReadOnlyList<SensorReach> reaches)
    {
        using (markup.Element("ul", ("class", "changes")))
            foreach (var reach in reaches)
                markup.Leaf("li", Wording.Sentence(ReachSentence.Of(reach)));
        var seen = reaches.Where(r => r.Deepest is not null).ToList();
        if (seen.Count > 0)
            new TableWriter(markup).Write(
                "From where the deepest place was seen, and the horizons there.",
                ["Airspace", "Within", "Area, least to most", "Time, least to most", "Aircraft then", "Height", "Geometric", "Optical", "Radar (4/3)"],
                seen.Select(r => (IReadOnlyList<string>)
                [
                    Countries.Label(r.Airspace), ReachSentence.Limit(r), ReachSentence.Range(r.AreaSquareMetres, ReachSentence.Area), ReachSentence.Range(r.VisibleSeconds, Wording.Duration),
                    Wording.Place(r.Deepest!.From), Wording.Text($"{r.Deepest.Eye.Metres.Likely:#,0} m"), Wording.Distance(r.Deepest.GeometricHorizonMetres),
                    Wording.Distance(r.Deepest.OpticalHorizonMetres), Wording.Distance(r.Deepest.RadarHorizonMetres),
                ]));
        markup.Leaf("p", "What geometry allows in clear air over a smooth earth at sea level: what could be seen, not what was. Least and most are by the uncertainty of altitude and position. Silences over ten minutes add nothing.", ("class", "note"));
        markup.Line();
    }
}
