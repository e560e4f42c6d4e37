using Microsoft.CodeAnalysis;

namespace Overflight.Mutation;

/// <summary>Puts faults of one kind into code. A fault need not compile: those that do not are left out and counted.</summary>
internal interface IMutator
{
    /// <summary>The faults at a node; those inside it are asked for apart.</summary>
    IEnumerable<Fault> At(SyntaxNode node, SemanticModel model);
}
