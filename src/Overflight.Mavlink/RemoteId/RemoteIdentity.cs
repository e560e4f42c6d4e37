using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Vehicles;

namespace Overflight.Mavlink.RemoteId;

/// <summary>What an aircraft says of itself and its operator by Remote ID (ASTM F3411).</summary>
public sealed record RemoteIdentity
{
    /// <summary>Kind of its id.</summary>
    public MavOdidIdType IdType { get; init; } = MavOdidIdType.SerialNumber;

    /// <summary>Its id, at most 20 ASCII characters.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of aircraft.</summary>
    public MavOdidUaType AircraftType { get; init; } = MavOdidUaType.Aeroplane;

    /// <summary>The operator's registration, at most 20 ASCII characters; empty: none.</summary>
    public string OperatorId { get; init; } = "";

    /// <summary>The purpose of the flight, at most 23 ASCII characters; empty: none.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where the operator is; null: the place of take-off stands for it.</summary>
    public Place? Operator { get; init; }

    /// <summary>Height of the operator above the ellipsoid in metres; NaN: not known.</summary>
    public double OperatorHeightEllipsoid { get; init; } = double.NaN;

    /// <summary>Category by EU rules.</summary>
    public MavOdidCategoryEu CategoryEu { get; init; }

    /// <summary>Class by EU rules.</summary>
    public MavOdidClassEu ClassEu { get; init; }
}
