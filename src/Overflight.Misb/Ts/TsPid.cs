namespace Overflight.Misb.Ts;

/// <summary>PIDs with a fixed meaning (ISO/IEC 13818-1, table 2-3).</summary>
internal static class TsPid
{
    public const int ProgramAssociation = 0;
    public const int Null = 0x1FFF;
    public const int Count = 0x2000;
}
