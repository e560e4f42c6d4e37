namespace Overflight.Designations;

/// <summary>Which kind of thing a <see cref="DesignationException"/> tells of.</summary>
public enum DesignationFault
{
    /// <summary>A rule refused what was asked.</summary>
    Refused,

    /// <summary>A file is no list, or not as it came.</summary>
    Unreadable,

    /// <summary>Something must be given that was not, or is of another form.</summary>
    Usage,
}
