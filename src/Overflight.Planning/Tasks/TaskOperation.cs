namespace Overflight.Planning.Tasks;

/// <summary>An operation that sorties are flown for; each sortie is flown for one.</summary>
/// <param name="EvaluateWithinDays">Days after landing until it is decided what is kept.</param>
/// <param name="DeleteWithinDays">Days after landing until the rest is deleted.</param>
public sealed record TaskOperation(double EvaluateWithinDays = 30, double DeleteWithinDays = 180)
{
    /// <summary>Id of the operation's paper.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the instrument that its sorties rest on: its areas and altitudes are where they may be.</summary>
    public required string Instrument { get; init; }

    /// <summary>What for, in words.</summary>
    public required string Purpose { get; init; }

    /// <summary>The primary purpose.</summary>
    public required string PurposeCode { get; init; }

    /// <summary>Flight hours that it has in the period; null for no limit.</summary>
    public double? Hours { get; init; }

    /// <summary>Class of the data that is collected.</summary>
    public required string DataClass { get; init; }
}
