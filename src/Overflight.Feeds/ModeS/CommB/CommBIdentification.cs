namespace Overflight.Feeds.ModeS;

/// <summary>Register 2,0, aircraft identification (Doc 9871 table A-2-32). Bits: 1-8 the number 20 hex; 9-56 eight characters.</summary>
internal static class CommBIdentification
{
    public static Fit Fit(ulong mb, in CommBContext context)
    {
        if (Field.Of(mb, 1, 8) != 0x20)
            return ModeS.Fit.Impossible;
        var callsign = CallsignCode.Of(mb);
        if (callsign == context.Callsign && callsign != 0)
            return new Fit(ModeS.Fit.AgreementPoints + 8, 1);
        return CallsignCode.IsSound(callsign) ? ModeS.Fit.Of(8) : ModeS.Fit.Impossible;
    }
}
