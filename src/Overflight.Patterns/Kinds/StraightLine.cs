namespace Overflight.Patterns.Kinds;

/// <summary>A straight piece of a stretch, in its plane.</summary>
/// <param name="First">Its first fix, in the stretch.</param>
/// <param name="Last">Its last fix.</param>
/// <param name="FromX">Its start, metres east.</param>
/// <param name="FromY">Its start, metres north.</param>
/// <param name="ToX">Its end, metres east.</param>
/// <param name="ToY">Its end, metres north.</param>
internal readonly record struct StraightLine(int First, int Last, double FromX, double FromY, double ToX, double ToY)
{
    public double LengthMetres => Math.Sqrt((ToX - FromX) * (ToX - FromX) + (ToY - FromY) * (ToY - FromY));

    /// <summary>Radians from north, clockwise.</summary>
    public double Heading => Math.Atan2(ToX - FromX, ToY - FromY);

    /// <summary>Distance of a place from the endless line, positive to its right.</summary>
    public double Across(double x, double y) => ((x - FromX) * (ToY - FromY) - (y - FromY) * (ToX - FromX)) / LengthMetres;

    /// <summary>How far along the line a place is from its start.</summary>
    public double Along(double x, double y) => ((x - FromX) * (ToX - FromX) + (y - FromY) * (ToY - FromY)) / LengthMetres;
}
