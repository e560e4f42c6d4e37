namespace Overflight.Patterns.Score;

/// <summary>The features of a model, in the order of its weights.</summary>
internal sealed class FeatureSet
{
    private const double Floor = 0.01;

    private readonly ScoreFeature[] _features;

    private FeatureSet(IEnumerable<ScoreFeature> features) => _features = [.. features];

    public IReadOnlyList<ScoreFeature> Features => _features;

    /// <summary>Whether more than behaviour is looked at.</summary>
    public bool UsesAllColumns => Array.Exists(_features, f => f.Kind != ReasonKind.Behaviour);

    /// <summary>Behaviour only: nothing that depends on the country, the type or how long the aircraft was watched.</summary>
    public static FeatureSet Behaviour { get; } = new(BehaviourFeatures());

    /// <summary>All columns, with a flag for each type designator named.</summary>
    public static FeatureSet UnitedStates(IEnumerable<string> types) =>
        new([.. BehaviourFeatures(), .. VolumeFeatures(), .. SquawkFeatures(), .. types.Select(TypeFlag)]);

    /// <summary>The features of a history.</summary>
    public double[] Row(AircraftHistory history) => Array.ConvertAll(_features, f => f.Value(history));

    private static IEnumerable<ScoreFeature> BehaviourFeatures()
    {
        string[] turns = ["turn1", "turn2", "turn3", "turn4", "turn5", "turn6", "turn7", "turn8"];
        string[] topics =
        [
            FeatureTopics.LeftTurns, FeatureTopics.LeftTurns, FeatureTopics.Straight, FeatureTopics.Straight,
            FeatureTopics.Straight, FeatureTopics.Straight, FeatureTopics.RightTurns, FeatureTopics.RightTurns,
        ];
        for (var i = 0; i < turns.Length; i++)
        {
            var at = i;
            yield return Behaves(turns[i], topics[i], h => Math.Log(h.TurnShares[at] + Floor / 2));
        }
        yield return Behaves("turnLeftOfRight", FeatureTopics.LeftTurns, h => Math.Log((h.TurnShares[0] + h.TurnShares[1] + Floor) / (h.TurnShares[6] + h.TurnShares[7] + Floor)));
        yield return Behaves("turnHard", FeatureTopics.Circling, h => h.TurnShares[0] + h.TurnShares[1] + h.TurnShares[6] + h.TurnShares[7]);
        yield return Behaves("turnOverStraight", FeatureTopics.Circling, h => Math.Log((h.TurnShares[0] + h.TurnShares[1] + Floor) / (h.TurnShares[3] + h.TurnShares[4] + Floor)));
        yield return Behaves("turnThroughNorth", FeatureTopics.Circling, h => Math.Log(Math.Max(0, 1 - h.TurnShares.Sum()) + Floor / 2));
        foreach (var feature in Classes("duration", FeatureTopics.Duration, h => h.DurationShares)
            .Concat(Classes("area", FeatureTopics.Area, h => h.AreaShares))
            .Concat(Classes("speed", FeatureTopics.Speed, h => h.SpeedShares))
            .Concat(Classes("altitude", FeatureTopics.Altitude, h => h.AltitudeShares)))
        {
            yield return feature;
        }
        yield return Behaves("longInSmallArea", FeatureTopics.Area, h => MeanClass(h.DurationShares) - MeanClass(h.AreaShares));
        yield return Behaves("slowAtHeight", FeatureTopics.Altitude, h => MeanClass(h.AltitudeShares) - MeanClass(h.SpeedShares));
    }

    private static IEnumerable<ScoreFeature> Classes(string name, string topic, Func<AircraftHistory, IReadOnlyList<double>> shares)
    {
        for (var i = 0; i < 5; i++)
        {
            var at = i;
            yield return Behaves($"{name}{i + 1}", topic, h => Math.Sqrt(shares(h)[at]));
        }
        yield return Behaves($"{name}Mean", topic, h => MeanClass(shares(h)));
        yield return Behaves($"{name}Held", topic, h => shares(h).Sum(s => s * s));
    }

    private static IEnumerable<ScoreFeature> VolumeFeatures() =>
    [
        new("flights", ReasonKind.Volume, FeatureTopics.Volume, h => Math.Log(h.Flights + 1)),
        new("observations", ReasonKind.Volume, FeatureTopics.Volume, h => Math.Log(h.Observations + 1)),
        new("observationsPerFlight", ReasonKind.Volume, FeatureTopics.Volume, h => Math.Log((h.Observations + 1.0) / (h.Flights + 1))),
    ];

    private static IEnumerable<ScoreFeature> SquawkFeatures() =>
    [
        new("squawkReserved", ReasonKind.Squawk, FeatureTopics.Squawk, h => ReservedSquawks.IsLawEnforcement(h.Squawk) ? 1 : 0),
        new("squawkVisual", ReasonKind.Squawk, FeatureTopics.Squawk, h => ReservedSquawks.IsVisualFlight(h.Squawk) ? 1 : 0),
        new("squawkUnknown", ReasonKind.Squawk, FeatureTopics.Squawk, h => h.Squawk == 0 ? 1 : 0),
    ];

    private static ScoreFeature TypeFlag(string type) =>
        new("type:" + type, ReasonKind.Type, FeatureTopics.Type, h => h.TypeDesignator == type ? 1 : 0);

    private static ScoreFeature Behaves(string name, string topic, Func<AircraftHistory, double> value) => new(name, ReasonKind.Behaviour, topic, value);

    private static double MeanClass(IReadOnlyList<double> shares)
    {
        var sum = 0.0;
        for (var i = 0; i < shares.Count; i++)
            sum += i * shares[i];
        return sum / (shares.Count - 1);
    }
}
