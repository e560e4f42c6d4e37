using Overflight.Dossiers.Html;
using Overflight.Dossiers.Map;
using Overflight.Geodesy;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>The map of a stream, a closer one of its frame centres where that shows more, and what lies off them.</summary>
internal sealed class SightSection(MarkupWriter markup, IReadOnlyList<CentrePlace> places)
{
    private const double LeastDegrees = 2e-4;
    private const double WorthwhileMagnification = 2.5;

    public void Write()
    {
        var stated = places.Where(p => p.Stated is not null).Select(p => p.Stated!.Value).ToList();
        var whole = MapFrame.Around(Window([.. places.SelectMany(p => new[] { p.Sensor, p.Stated }).OfType<GeoPoint>()]), LeastDegrees);
        Figure(whole, "Sensor, frame centres, and where the camera looks", "m1", withSensor: true);
        if (stated.Count == 0)
            return;
        var close = MapFrame.Around(Window(stated), LeastDegrees);
        if (close.MetresPerUnit * WorthwhileMagnification < whole.MetresPerUnit)
            Figure(close, "The frame centres from nearer", "m2", withSensor: false);
    }

    /// <summary>What is stated, and of what is computed only that which lies no farther off than a map of that is wide.</summary>
    private List<GeoPoint> Window(List<GeoPoint> stated)
    {
        var around = MapFrame.Around(stated, LeastDegrees);
        var reach = around.MetresPerUnit * MapFrame.Width;
        foreach (var place in places)
            foreach (var computed in new[] { place.ByStandard, place.ByChosen })
                if (computed?.Place is { } at && place.Metres(computed) < reach)
                    stated.Add(at);
        return stated;
    }

    private void Figure(MapFrame frame, string title, string id, bool withSensor)
    {
        using (markup.Element("figure"))
        {
            var map = new SightMap(markup, frame, places);
            map.Write(title, id);
            map.Key(withSensor);
            using (markup.Element("figcaption"))
                markup.Leaf("span", $"{title}. North is up; the middle of the map is at {Wording.Place(new GeoPoint(frame.MiddleLatitude, MapFrame.Near(frame.MiddleLongitude, 0)))}.{map.Beyond()}");
        }
        markup.Line();
    }
}
