"""What readers type, and the paper that must be among the first five."""

from dataclasses import replace

from generator.search import Document
from tests.search.papers import invented

_TITLES = (
    "Scaling GPT-5 in the Wild",
    "Judging with GPT-4",
    "Vision for GPT-4o",
    "Qwen3 Technical Report",
    "Distilling Gemma 3",
    "Qwen2.5-VL Technical Report",
    "Linting C++ with Care",
    "Linting C by Hand",
    "Solving AIME by Search",
    "Aiming High: Aims of Agents",
    "Fine-tuning Considered",
    "A Finetuning Recipe",
    "Pre-training on Sheep",
    "Pretraining on Goats",
    "Text-to-Speech for Barns",
    "Speech, then Text",
    "视觉语言模型综述",
    "大規模言語モデル",
    "แบบจำลองภาษา",
    "Anti-virus Tools",
    "Antivirus in Practice",
    "A Chain-of-Thought Primer",
    "A Chain of Custody",
    "DINOv2 Features",
    "Phi-4 Report",
    "Phi Accents, 4 Ways",
)
_TWICE = (
    "GPT-5",
    "GPT-4",
    "GPT-4o",
    "Gemma 3",
    "Qwen2.5-VL",
    "fine-tuning",
    "pre-training",
    "text-to-speech",
    "chain-of-thought",
    "anti-virus",
    "Phi-4",
    "AIME",
    "DINO-v2",
    "C++",
)
"""Names that three more papers mention: what fewer have, the index does not keep as one."""


def papers() -> list[Document]:
    """Return invented papers, some with these titles."""
    made = invented(120)
    for number, title in enumerate(_TITLES):
        made[number] = replace(made[number], title=title)
    for number in range(60, 63):
        said = ". ".join(f"Compared with {name}" for name in _TWICE)
        made[number] = replace(made[number], abstract=f"{made[number].abstract} {said}.")
    return made


INVENTED = (
    ("GPT-5", "Scaling GPT-5 in the Wild"),
    ("gpt 5", "Scaling GPT-5 in the Wild"),
    ("GPT5", "Scaling GPT-5 in the Wild"),
    ("GPT-4", "Judging with GPT-4"),
    ("gpt4", "Judging with GPT-4"),
    ("GPT 4o", "Vision for GPT-4o"),
    ("GPT4o", "Vision for GPT-4o"),
    ("qwen 3", "Qwen3 Technical Report"),
    ("Qwen-3", "Qwen3 Technical Report"),
    ("qwen", "Qwen3 Technical Report"),
    ("Gemma 3", "Distilling Gemma 3"),
    ("gemma3", "Distilling Gemma 3"),
    ("gemma-3", "Distilling Gemma 3"),
    ("Qwen2.5-VL", "Qwen2.5-VL Technical Report"),
    ("C++", "Linting C++ with Care"),
    ("c++ linting", "Linting C++ with Care"),
    ("AIME", "Solving AIME by Search"),
    ("aime", "Solving AIME by Search"),
    ("fine-tuning", "A Finetuning Recipe"),
    ("finetuning", "Fine-tuning Considered"),
    ("fine tuning", "A Finetuning Recipe"),
    ("pre-training", "Pretraining on Goats"),
    ("pretraining", "Pre-training on Sheep"),
    ("anti-virus", "Antivirus in Practice"),
    ("antivirus", "Anti-virus Tools"),
    ("text-to-speech", "Text-to-Speech for Barns"),
    ("text to speech", "Text-to-Speech for Barns"),
    ("chain of thought", "A Chain-of-Thought Primer"),
    ("语言模型", "视觉语言模型综述"),
    ("視覚 言語モデル", "大規模言語モデル"),
    ("ภาษา", "แบบจำลองภาษา"),
    ("DINO v2", "DINOv2 Features"),
    ("phi 4", "Phi-4 Report"),
)

REAL = (
    ("AIME", "2506.01939"),
    ("aime", "2506.01939"),
    ("GPT-5", "2508.13142"),
    ("gpt 5", "2508.13142"),
    ("qwen 3", "2505.09388"),
    ("Qwen-3", "2505.09388"),
    ("GPT4o", "2410.21276"),
    ("gpt 4o", "2410.21276"),
    ("Gemma 3", "2601.09012"),
    ("gemma-3", "2601.09012"),
    ("C++", "2504.02605"),
    ("Qwen2.5-VL", "2502.13923"),
    ("qwen2.5 vl", "2502.13923"),
    ("Qwen2.5-Coder", "2409.12186"),
    ("DeepSeek-R1", "2501.12948"),
    ("deepseek r1", "2501.12948"),
    ("deepseekr1", "2501.12948"),
    ("SAM 2", "2408.00714"),
    ("sam2", "2408.00714"),
    ("llama 3", "2407.21783"),
    ("Llama3", "2407.21783"),
    ("GPT-4V", "2408.01800"),
    ("claude 3.5", "2411.10323"),
    ("phi-4", "2412.08905"),
    ("phi 3", "2407.13833"),
    ("TTS", "2406.18009"),
    ("dLLM", "2509.26328"),
    ("LoRAs", "2502.18461"),
    ("IFEval", "2509.04292"),
    ("MCTS", "2410.06508"),
    ("SMILES", "2505.16340"),
    ("finetuning", "2505.15656"),
    ("fine-tuning", "2505.15656"),
    ("pre-training", "2512.03442"),
    ("text-to-speech", "2406.02897"),
    ("text to speech", "2406.02897"),
    ("multiagent", "2511.13288"),
    ("posttraining", "2509.25190"),
)
"""The paper by its arXiv identifier."""
