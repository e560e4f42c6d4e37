namespace Overflight.Dossiers.Diagnosis;

/// <summary>What was diagnosed.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Command">The command line that does it again.</param>
/// <param name="Input">The file.</param>
/// <param name="IsTransportStream">Whether it is a transport stream, not bare KLV.</param>
/// <param name="Repairs">What a repair changed; empty where none was asked for.</param>
public sealed record DiagnosisHeader(string Version, string Command, string Input, bool IsTransportStream, IReadOnlyList<string> Repairs);
