namespace Overflight.Patterns.Kinds;

/// <summary>Which way it turned, seen from above.</summary>
public enum TurnDirection : byte
{
    /// <summary>It went straight, turned both ways, or the fixes are too few to tell.</summary>
    NotTold = 0,

    /// <summary>Clockwise: right turns.</summary>
    Clockwise,

    /// <summary>Anticlockwise: left turns.</summary>
    Anticlockwise,
}
