namespace Overflight.Tracks;

/// <summary>How a position came to be known; it decides which default uncertainty applies.</summary>
public enum FixSource : byte
{
    /// <summary>The file does not say.</summary>
    Unknown = 0,

    /// <summary>ADS-B from the aircraft's own transponder (DF17, or DF18 with an ICAO address).</summary>
    Adsb,

    /// <summary>ADS-R: ADS-B rebroadcast by a ground station.</summary>
    Adsr,

    /// <summary>TIS-B: a radar track broadcast by a ground station.</summary>
    Tisb,

    /// <summary>ADS-C: position by contract over satellite.</summary>
    Adsc,

    /// <summary>Multilateration of Mode S replies.</summary>
    Mlat,

    /// <summary>Radar (ASTERIX CAT048/062 and the like).</summary>
    Radar,

    /// <summary>FLARM, OGN or a logger carried on board.</summary>
    Gnss,

    /// <summary>Our own simulator or autopilot telemetry.</summary>
    Telemetry,

    /// <summary>Something else that the file names.</summary>
    Other,
}
