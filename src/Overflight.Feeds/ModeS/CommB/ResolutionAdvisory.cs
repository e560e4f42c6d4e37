namespace Overflight.Feeds.ModeS;

/// <summary>
/// Register 3,0, ACAS active resolution advisory (Annex 10 vol. IV 4.3.8.4.2.2). Bits: 1-8 the number 30 hex; 9-22 active
/// advisory; 23-26 complements; 27 terminated; 28 several threats; 29-30 threat type (3 reserved); 31-56 threat identity.
/// </summary>
internal static class ResolutionAdvisory
{
    public static Fit Fit(ulong mb) =>
        Field.Of(mb, 1, 8) == 0x30 && Field.Of(mb, 29, 30) != 3 && Field.Of(mb, 9, 22) != 0 ? ModeS.Fit.Of(6) : ModeS.Fit.Impossible;

    public static bool IsTerminated(ulong mb) => Field.IsSet(mb, 27);

    public static bool HasSeveralThreats(ulong mb) => Field.IsSet(mb, 28);
}
