using Overflight.Patterns.Reach;

namespace Overflight.Dossiers;

/// <summary>What a flight could see of an airspace, in a sentence.</summary>
public static class ReachSentence
{
    /// <summary>
    /// "could see up to 132 km into French airspace (115 to 193 km), 36,755 km² of it (30,753 to 43,132 km²), some part for 4 h 00 min, …".
    /// </summary>
    public static string Of(SensorReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        var airspace = Countries.Airspace(reach.Airspace);
        if (reach.Altitude == AltitudeOrigin.None)
            return $"nothing is said of what could be seen of {airspace}: no altitude is known";
        if (reach.Deepest is not { } deepest)
            return reach.AreaSquareMetres.Upper > 0 || reach.VisibleSeconds.Upper > 0
                ? $"no part of {airspace} lay within {Limit(reach)}, but at the greatest altitude that its source allows up to {Area(reach.AreaSquareMetres.Upper)} did"
                : $"no part of {airspace} lay within {Limit(reach)}";
        return $"could see up to {Wording.Distance(deepest.DepthMetres.Likely)} into {airspace} ({Range(deepest.DepthMetres, Wording.Distance)}), "
            + $"{Area(reach.AreaSquareMetres.Likely)} of it ({Range(reach.AreaSquareMetres, Area)}; {Wording.Percent(reach.Share)}), some part for {Wording.Duration(reach.VisibleSeconds.Likely)}, "
            + $"within {Limit(reach)}; the deepest place {Wording.Place(deepest.Place)} at {Wording.Clock(deepest.Time)} UTC from {Height(deepest.Eye)}{Outside(reach)}{Terrain(reach)}";
    }

    /// <summary>"the optical horizon", "60.0 km and the optical horizon".</summary>
    internal static string Limit(SensorReach reach)
    {
        var horizon = reach.Sensor.Line switch
        {
            SightLine.Optical => "the optical horizon",
            SightLine.Radar => "the radar horizon",
            _ => "the geometric horizon",
        };
        return double.IsFinite(reach.Sensor.RangeMetres) ? $"{Wording.Distance(reach.Sensor.RangeMetres)} and {horizon}" : horizon;
    }

    /// <summary>"91,000 km²", below a hundred with a decimal.</summary>
    internal static string Area(double squareMetres) => squareMetres < 99.95e6 ? Wording.Text($"{squareMetres / 1e6:0.0} km²") : Wording.Text($"{squareMetres / 1e6:#,0} km²");

    /// <summary>"115 km to 193 km".</summary>
    internal static string Range(Estimate figure, Func<double, string> write) => $"{write(figure.Lower)} to {write(figure.Upper)}";

    /// <summary>"2,248 m above the sea (barometric, 1,863 m to 2,633 m)".</summary>
    internal static string Height(EyeHeight eye) =>
        Wording.Text($"{eye.Metres.Likely:#,0} m above the sea ({(eye.Origin == AltitudeOrigin.Geometric ? "geometric" : "barometric")}, {eye.Metres.Lower:#,0} m to {eye.Metres.Upper:#,0} m)");

    private static string Outside(SensorReach reach) => reach is { IsOutsideThroughout: true, ClosestMetres: { } closest }
        ? $"; every fix was outside, the nearest {Wording.Distance(closest)} away"
        : "";

    private static string Terrain(SensorReach reach) => reach.OverTerrain is { } terrain
        ? $"; over terrain {Area(terrain.VisibleSquareMetres)}, and {Area(terrain.UnknownSquareMetres)} where terrain is missing"
        : "";
}
