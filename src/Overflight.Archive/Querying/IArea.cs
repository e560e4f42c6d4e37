namespace Overflight.Archive.Querying;

/// <summary>An area that a query asks for.</summary>
public interface IArea
{
    /// <summary>A box that holds the area.</summary>
    BoxArea Bounds { get; }

    /// <summary>Whether the area may hold a place of a box, in degrees, west not greater than east; never false where it does.</summary>
    bool MayHold(double southDegrees, double westDegrees, double northDegrees, double eastDegrees);

    /// <summary>Which places are in the area; its edge is.</summary>
    void Test(ReadOnlySpan<double> latitudesDegrees, ReadOnlySpan<double> longitudesDegrees, Span<bool> inside);
}
