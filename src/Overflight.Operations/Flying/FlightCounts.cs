namespace Overflight.Operations.Flying;

/// <summary>What a flight left, in numbers.</summary>
public sealed record FlightCounts
{
    /// <summary>Heartbeats.</summary>
    public long Heartbeats { get; set; }

    /// <summary>Commands that were done.</summary>
    public long Commands { get; set; }

    /// <summary>Commands that were refused.</summary>
    public long Refused { get; set; }

    /// <summary>Events.</summary>
    public long Events { get; set; }

    /// <summary>Hand-overs of control.</summary>
    public long HandOvers { get; set; }

    /// <summary>Stretches with a sensor on.</summary>
    public long SensorIntervals { get; set; }

    /// <summary>ADS-B messages sent.</summary>
    public long AdsbMessages { get; set; }

    /// <summary>Pictures of video.</summary>
    public long Pictures { get; set; }

    /// <summary>Bytes of telemetry.</summary>
    public long TelemetryBytes { get; set; }

    /// <summary>Metres flown over the ground.</summary>
    public long Metres { get; set; }

    /// <summary>Seconds in the air.</summary>
    public long Seconds { get; set; }

    /// <summary>Names and numbers, as the closing leaf has them.</summary>
    public IEnumerable<KeyValuePair<string, long>> All =>
    [
        new("adsbMessages", AdsbMessages), new("commands", Commands), new("events", Events), new("handOvers", HandOvers), new("heartbeats", Heartbeats), new("metres", Metres),
        new("pictures", Pictures), new("refused", Refused), new("seconds", Seconds), new("sensorIntervals", SensorIntervals), new("telemetryBytes", TelemetryBytes),
    ];
}
