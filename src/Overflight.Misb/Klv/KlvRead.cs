namespace Overflight.Misb.Klv;

/// <summary>What a step of <see cref="KlvReader"/> or <see cref="LocalSetReader"/> came upon.</summary>
public enum KlvRead
{
    /// <summary>The bytes are read to their end.</summary>
    End,
    /// <summary>A packet or an item.</summary>
    Found,
    /// <summary>A problem.</summary>
    Problem,
}
