namespace Overflight.Airspace;

/// <summary>The three answers. There is no fourth.</summary>
public enum AirspaceVerdictKind : byte
{
    /// <summary>Within the time covered, no path within the assumptions touches the airspace.</summary>
    DidNotEnter = 0,

    /// <summary>Some path within the assumptions touches the airspace, and some other does not.</summary>
    CannotBeRuledOut,

    /// <summary>Every path within the assumptions is inside at some time.</summary>
    Entered,
}
