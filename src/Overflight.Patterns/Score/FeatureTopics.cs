namespace Overflight.Patterns.Score;

/// <summary>The topics of features.</summary>
internal static class FeatureTopics
{
    public const string LeftTurns = "left turns";
    public const string RightTurns = "right turns";
    public const string Straight = "straight flight";
    public const string Circling = "circling";
    public const string Duration = "duration";
    public const string Area = "area";
    public const string Speed = "speed";
    public const string Altitude = "altitude";
    public const string Volume = "volume";
    public const string Squawk = "squawk";
    public const string Type = "type";
}
