namespace Overflight.Feeds.ModeS;

/// <summary>
/// How well 56 bits fit a register: a point for each field present and a few for each agreement with the aircraft's state, fewer
/// for each disagreement. What a register cannot hold is <see cref="Impossible"/>.
/// </summary>
/// <param name="Points">The sum.</param>
/// <param name="Agreements">How many comparisons with other messages agreed.</param>
internal readonly record struct Fit(int Points, int Agreements)
{
    public const int AgreementPoints = 4;

    public static Fit Impossible => new(int.MinValue, 0);

    public bool IsPossible => Points != int.MinValue;

    public static Fit Of(int points) => new(points, 0);

    /// <summary>Counts a comparison of two numbers: agreed up to one difference, against from another on, nothing between.</summary>
    public Fit Compared(float difference, float agreed, float against)
    {
        if (!IsPossible || float.IsNaN(difference))
            return this;
        var size = Math.Abs(difference);
        return size <= agreed ? new Fit(Points + AgreementPoints, Agreements + 1) : size >= against ? this with { Points = Points - AgreementPoints } : this;
    }

    /// <summary>As <see cref="Compared"/>, of two directions from 0 to 360 degrees.</summary>
    public Fit ComparedDirections(float degrees, float otherDegrees, float agreed, float against)
    {
        var difference = Math.Abs(degrees - otherDegrees);
        return Compared(Math.Min(difference, 360 - difference), agreed, against);
    }
}
