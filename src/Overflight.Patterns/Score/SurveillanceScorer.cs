using Overflight.Tracks;

namespace Overflight.Patterns.Score;

/// <summary>Scores how much the flights of one aircraft look like surveillance.</summary>
public static class SurveillanceScorer
{
    private static readonly Lazy<SurveillanceModel> s_behaviour = new(() => SurveillanceModel.Load("surveillance-behaviour.model"));
    private static readonly Lazy<SurveillanceModel> s_unitedStates = new(() => SurveillanceModel.Load("surveillance-usa.model"));

    /// <summary>The model that uses behaviour only, for any country.</summary>
    public static SurveillanceModel Behaviour => s_behaviour.Value;

    /// <summary>The model that uses Mode A codes as the United States reserve them, the type and the volume of data as well.</summary>
    public static SurveillanceModel UnitedStates => s_unitedStates.Value;

    /// <summary>Scores the flights of one aircraft, in any order.</summary>
    /// <param name="flights">Its flights, each one airborne stretch (<see cref="Tracks.Preparing.FlightSplitter"/>).</param>
    /// <param name="typeDesignator">ICAO type designator (Doc 8643), or empty; used with <paramref name="useReservedSquawks"/> only.</param>
    /// <param name="useReservedSquawks">Whether the flights were in the United States, where the Mode A codes mean what the model learned.</param>
    public static SurveillanceScore Score(IReadOnlyList<Track> flights, string typeDesignator, bool useReservedSquawks) =>
        (useReservedSquawks ? UnitedStates : Behaviour).Score(HistoryOf(flights, typeDesignator));

    /// <summary>The study's columns for the flights of one aircraft.</summary>
    public static AircraftHistory HistoryOf(IReadOnlyList<Track> flights, string typeDesignator)
    {
        ArgumentNullException.ThrowIfNull(flights);
        ArgumentNullException.ThrowIfNull(typeDesignator);
        var collector = new HistoryCollector();
        foreach (var flight in flights)
            collector.Add(flight);
        return collector.Build(typeDesignator);
    }
}
