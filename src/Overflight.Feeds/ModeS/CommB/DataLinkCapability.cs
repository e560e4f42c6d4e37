namespace Overflight.Feeds.ModeS;

/// <summary>
/// Register 1,0, data link capability (Doc 9871 table A-2-16). Bits: 1-8 the number 10 hex; 9 continuation; 10-14 reserved; 15 overlay
/// command; 16 ACAS working; 17-23 subnetwork version; 25 specific services; 26-28, 29-32 extended lengths; 33 identification; 34 squitter;
/// 35 surveillance identifier; 36 common usage reports; 37-40 ACAS; 41-56 sub-addresses of the DTE.
/// </summary>
internal static class DataLinkCapability
{
    public static Fit Fit(ulong mb) =>
        Field.Of(mb, 1, 8) == 0x10 && Field.Of(mb, 10, 14) == 0 ? ModeS.Fit.Of(1) : ModeS.Fit.Impossible;

    public static bool IsAcasWorking(ulong mb) => Field.IsSet(mb, 16);

    public static bool HasOverlay(ulong mb) => Field.IsSet(mb, 15);

    public static int SubnetworkVersion(ulong mb) => Field.Of(mb, 17, 23);
}
