namespace Overflight.Feeds.ModeS;

/// <summary>Which register a Comm-B reply holds.</summary>
/// <param name="Register">The register, or <see cref="CommBRegister.None"/>.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Second">Where ambiguous, the first of the registers that fit stands in <paramref name="Register"/>, another here.</param>
public readonly record struct CommBReading(CommBRegister Register, CommBConfidence Confidence, CommBRegister Second = CommBRegister.None)
{
    /// <summary>Whether the register is known well enough to be decoded.</summary>
    public bool IsNamed => Confidence >= CommBConfidence.Form;
}
