namespace Overflight.Mavlink.RemoteId;

/// <summary>Kinds of 25-byte forms (ASTM F3411).</summary>
public enum RemoteIdKind
{
    /// <summary>Who the aircraft is.</summary>
    BasicId = 0,
    /// <summary>Where it is and goes.</summary>
    Location = 1,
    /// <summary>Authentication.</summary>
    Authentication = 2,
    /// <summary>What the operator says of the flight.</summary>
    SelfId = 3,
    /// <summary>Where the operator is.</summary>
    System = 4,
    /// <summary>Who the operator is.</summary>
    OperatorId = 5,
    /// <summary>Several forms together.</summary>
    MessagePack = 15,
}
