using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Footprints;

/// <summary>Readings, footprints and errors in words and in the names of files.</summary>
public static class ReadingWords
{
    /// <summary>The name in files and on the command line.</summary>
    public static string NameOf(AngleReference angles) => angles switch
    {
        AngleReference.Earth => "earth",
        AngleReference.EarthGridNorth => "grid",
        _ => "platform",
    };

    /// <summary>The name in files.</summary>
    public static string NameOf(GroundSource ground) => ground switch
    {
        GroundSource.StatedCentre => "stated-centre",
        GroundSource.SlantRange => "slant-range",
        _ => "sea-level",
    };

    /// <summary>The name in files.</summary>
    public static string NameOf(FootprintKind kind) => kind switch
    {
        FootprintKind.Whole => "whole",
        FootprintKind.CutByHorizon => "cut-by-horizon",
        FootprintKind.Sky => "sky",
        FootprintKind.AxisOnly => "axis-only",
        FootprintKind.BelowGround => "below-ground",
        _ => "no-pose",
    };

    /// <summary>The name in files.</summary>
    public static string NameOf(SightEnd end) => end switch
    {
        SightEnd.Horizon => "horizon",
        SightEnd.Unknown => "unknown",
        _ => "ground",
    };

    /// <summary>The name in files.</summary>
    public static string NameOf(ErrorSource source) => source switch
    {
        ErrorSource.StatedDeviations => "stated-deviations",
        ErrorSource.StatedTargetError => "stated-target-error",
        _ => "codes-only",
    };

    /// <summary>What of the reading is not as the standard has it, in words; empty where all is.</summary>
    public static IReadOnlyList<string> Departures(PoseReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var departures = new List<string>();
        switch (reading.Angles)
        {
            case AngleReference.Earth:
                departures.Add("azimuth and elevation counted from true north and the horizon");
                break;
            case AngleReference.EarthGridNorth:
                departures.Add("azimuth counted from UTM grid north");
                break;
            case AngleReference.Platform:
                departures.Add("azimuth and elevation counted from the platform");
                break;
        }
        if (reading.Ground == GroundSource.SlantRange)
            departures.Add("the ground's height taken from the slant range");
        if (reading.TargetHeights == HeightReference.SeaLevel)
            departures.Add("heights of targets counted from sea level");
        if (reading.HeadingOffsetDegrees != 0)
            departures.Add(Wording.Text($"the heading's codes cut off: half a code ({reading.HeadingOffsetDegrees:0.0000}°) added"));
        if (reading.AzimuthOffsetDegrees != 0)
            departures.Add(Wording.Text($"{reading.AzimuthOffsetDegrees:0.00}° added to the azimuth"));
        return departures;
    }
}
